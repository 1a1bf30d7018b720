"""Be the window: shell, one package of pages per step, and the kits they are made of; the only place with Qt."""
