"""Keep the open project durable: its file, its writer, its copies for other threads."""
