"""The stylised facts of the field, each as an experiment with the rules."""
