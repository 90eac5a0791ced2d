"""The site map of what concerns capacities and partners."""

urlpatterns: list = []
