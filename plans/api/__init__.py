"""Plans over the API. A plan exists for planners who may see its mandate; for anybody else each path answers 404."""
