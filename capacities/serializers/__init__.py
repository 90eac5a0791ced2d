"""What the API shows and takes: a module for each subject."""
