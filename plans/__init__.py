"""A mission's plan: tasks × capacities × partners over time. The top floor: it knows mandates, capacities and missions."""
