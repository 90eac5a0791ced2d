"""The pages: each module holds those of one subject; urls.py is their map."""
