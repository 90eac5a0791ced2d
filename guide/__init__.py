"""Help where it is needed: the documentation as pages, what stands behind each number, and a tour on the specimen draft."""
