"""Our screens: pure functions from a snapshot to a frame of nodes, and the app that shows them."""
