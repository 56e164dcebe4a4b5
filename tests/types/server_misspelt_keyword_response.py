from browser.testing import Response

Response(staus=404)  # reject: "staus"
