"""The API: each module holds the views of one subject; config/api_urls.py is their map."""
