"""Pages of plans, a module for each subject. Planners and staff see the plans whose mandate they may see."""
