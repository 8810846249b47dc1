"""What a PDF says of itself: the two standards it follows, in one block of metadata."""

from __future__ import annotations

from typing import Any

# ISO 14289-1, 5: the mark of PDF/UA. ISO 19005-3, 6.6.2.3: a schema that PDF/A does not know must be described.
ACCESSIBLE = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
END_OF_RDF = b"</rdf:RDF>"


def declare_accessible(metadata: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Let the one block of metadata name both standards; WeasyPrint writes that of its single variant."""
    write = metadata.generate_rdf_metadata

    def write_both(*variant: object) -> bytes:
        rdf: bytes = write(*variant)
        return rdf.removesuffix(END_OF_RDF) + ACCESSIBLE + END_OF_RDF

    metadata.generate_rdf_metadata = write_both
