"""Forms by mail: what goes out, and what comes back."""
