"""Tests of the drawing toolkit; none of them needs a screen."""
