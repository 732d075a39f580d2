"""From files to models: strict YAML, findings, translations and the library. No screens, no play."""
