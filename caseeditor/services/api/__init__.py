"""The interface of Social Gateway over HTTP: requests, responses, pacing, freshness. Its documentation: API.md."""
