"""What the API shows of coverage by partners."""

from rest_framework import serializers

from missions.serializers import CountrySerializer


class CoverageRow(serializers.Serializer):
    name = serializers.CharField()
    label = serializers.CharField()
    covered = serializers.BooleanField()
    by = serializers.DictField(
        child=serializers.ListField(child=serializers.DictField()), source="cells", help_text="Who, by kind of partner."
    )


class CoverageSerializer(serializers.Serializer):
    """Crime markets and areas of some countries, as far as the partners go that you can see."""

    countries = CountrySerializer(many=True)
    markets = CoverageRow(many=True)
    areas = CoverageRow(many=True)
    without_crime_type = serializers.IntegerField(source="silent")
