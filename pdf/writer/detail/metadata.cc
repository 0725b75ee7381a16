#include "pdf/writer/detail/metadata.h"

#include "pdf/writer/detail/syntax.h"

namespace keben::pdf::writer {
namespace {

constexpr std::string_view kProducer = "keben";

/// `2025-01-25T00:00:00Z` as `D:20250125000000Z` (§7.9.4).
std::string pdf_date(const std::string& iso) {
  std::string digits;
  for (const char c : iso) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return "(D:" + digits + "Z)";
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string list_of(std::string_view element, std::string_view container,
                    const std::vector<std::string>& items) {
  if (items.empty()) return {};
  std::string out = "<" + std::string(element) + "><rdf:" + std::string(container) + ">";
  for (const std::string& item : items)
    out += "<rdf:li>" + escaped(item) + "</rdf:li>";
  return out + "</rdf:" + std::string(container) + "></" + std::string(element) + ">\n";
}

std::string alternative_of(std::string_view element, const std::string& text) {
  if (text.empty()) return {};
  const std::string name(element);
  return "<" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
         "</rdf:li></rdf:Alt></" + name + ">\n";
}

std::string xmp(const Info& info) {
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
         "xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" "
         "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
         alternative_of("dc:title", info.title) + list_of("dc:creator", "Seq", info.authors) +
         alternative_of("dc:description", info.subject) +
         list_of("dc:subject", "Bag", info.keywords) +
         list_of("dc:language", "Bag", {info.language}) + "<xmp:CreateDate>" + info.modified +
         "</xmp:CreateDate><xmp:ModifyDate>" + info.modified +
         "</xmp:ModifyDate><xmp:CreatorTool>" + std::string(kProducer) +
         "</xmp:CreatorTool><xmpMM:DocumentID>urn:uuid:" + info.uuid +
         "</xmpMM:DocumentID><pdf:Producer>" + std::string(kProducer) +
         "</pdf:Producer>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace

void add_metadata(ObjectFile& file, const Info& info) {
  const auto field = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) file.info("/" + std::string(key) + " " + text_string(text) + "\n");
  };
  field("Title", info.title);
  field("Author", joined(info.authors, "; "));
  field("Subject", info.subject);
  field("Keywords", joined(info.keywords, ", "));
  field("Creator", std::string(kProducer));
  field("Producer", std::string(kProducer));
  file.info("/CreationDate " + pdf_date(info.modified) + "\n/ModDate " + pdf_date(info.modified) +
            "\n");
  // Metadata stays readable to programs that look for it in the bytes: not deflated (§14.3.2).
  const Object metadata = file.stream(xmp(info), "/Type /Metadata\n/Subtype /XML\n");
  file.catalog("/Metadata " + ObjectFile::reference(metadata) + "\n/Lang " +
               literal_string(info.language) + "\n/ViewerPreferences <</DisplayDocTitle true>>\n");
}

}  // namespace keben::pdf::writer
