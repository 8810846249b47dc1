"""What a document may draw on: the files of `templates/`, `data:` addresses, and what is handed over in memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse

ATTACHMENT = "attachment"
SVG = "image/svg+xml"

MEDIA_TYPES: Mapping[str, str] = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": SVG,
    ".ttf": "font/ttf",
}


class Supplies:
    """Answers the layout engine's requests for one document, and keeps the drawings it gave out.

    An address is `figure:NAME`, `attachment:NAME`, `data:...`, or a file below `templates`, links followed.
    Anything else, and any network, is a ValueError, which the engine logs and which thereby fails the document.
    """

    # Read by WeasyPrint when a fetch fails: False makes it log the fault, and every logged fault is collected.
    _fail_on_errors = False

    def __init__(
        self,
        templates: Path,
        images: Mapping[str, bytes] | None = None,
        attachments: Mapping[str, tuple[bytes, str]] | None = None,
    ) -> None:
        self.drawings: list[bytes] = []
        self._templates = templates.resolve()
        self._images = images or {}
        self._attachments = attachments or {}

    def __call__(self, url: str) -> URLFetcherResponse:
        """Give what stands at `url`."""
        from weasyprint.urls import URLFetcherResponse

        content, media_type = self._read(url)
        if media_type == SVG:
            self.drawings.append(content)
        return URLFetcherResponse(url, content, {"Content-Type": media_type})

    def _read(self, url: str) -> tuple[bytes, str]:
        """The bytes and the media type of an address."""
        scheme, _, rest = url.partition(":")
        match scheme.lower():
            case "data":
                return _decode(url)
            case "figure":
                return self._image(unquote(rest))
            case "attachment":
                return self._attachments[unquote(rest)]
            case "file":
                return self._file(url)
        raise ValueError(
            "only figures, data: addresses and files of the templates folder may be used; nothing is fetched"
        )

    def _image(self, name: str) -> tuple[bytes, str]:
        if name not in self._images:
            raise ValueError(f"no figure is called “{name}”; there are: {', '.join(sorted(self._images)) or 'none'}")
        return self._images[name], MEDIA_TYPES.get(Path(name).suffix.lower(), SVG)

    def _file(self, url: str) -> tuple[bytes, str]:
        path = Path(unquote(urlsplit(url).path)).resolve()
        if not path.is_relative_to(self._templates):
            raise ValueError("this file lies outside the templates folder; move it there")
        if not path.is_file():
            raise ValueError(f"there is no file {path.relative_to(self._templates)} in the templates folder")
        return path.read_bytes(), MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")


def _decode(url: str) -> tuple[bytes, str]:
    """The bytes and the media type inside a `data:` address."""
    from urllib.request import DataHandler, Request

    response: Any = DataHandler().data_open(Request(url))  # noqa: S310 - a data: address opens nothing
    return response.read(), response.headers.get_content_type()
