"""Forms by mail: what is asked of a municipality on paper, written as fillable PDF."""
