"""The interface of Social Gateway over HTTP: requests, responses, pacing, freshness. What is known of it: API.md."""
