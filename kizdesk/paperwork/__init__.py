"""Write fillable PDF forms, and read them back when they come in."""
