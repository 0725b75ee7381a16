#include "pdf/writer/write.h"

#include <variant>

#include "base/hash.h"
#include "base/overload.h"
#include "late/haru.h"
#include "pdf/writer/detail/content.h"
#include "pdf/writer/detail/font.h"
#include "pdf/writer/detail/metadata.h"
#include "pdf/writer/detail/navigation.h"
#include "pdf/writer/detail/object_file.h"
#include "pdf/writer/detail/picture.h"
#include "pdf/writer/detail/picture_font.h"
#include "pdf/writer/detail/structure.h"

namespace keben::pdf::writer {
namespace {

constexpr int kContentDeflateLevel =
    2;  // 2 % larger than level 6 at half the time (performance.md)

/// Numbers faces and pictures in the order in which pages first use them, and gathers glyphs with
/// their texts.
Resources gather(const draw::DisplayList& list, const fonts::Catalog& faces, std::size_t pictures) {
  Resources out;
  out.picture_number.assign(pictures, -1);
  std::int32_t next_picture = 0;
  const auto font_of = [&](draw::FaceIndex face) -> FontUse& {
    if (out.font_number.size() <= face.v) out.font_number.resize(face.v + 1u, -1);
    if (out.font_number[face.v] < 0) {
      out.font_number[face.v] = static_cast<std::int32_t>(out.uses.size());
      out.uses.emplace_back(faces[{face.v}]);
    }
    return out.uses[static_cast<std::size_t>(out.font_number[face.v])];
  };
  for (const draw::Page& page : list.pages) {
    for (const draw::Item& item : page.items) {
      std::visit(Overload{
                     [&](const draw::Glyphs& g) {
                       FontUse& use = font_of(g.face);
                       std::size_t begin = 0;
                       for (const draw::PlacedGlyph& placed : g.glyphs) {
                         use.note(placed.glyph,
                                  std::string_view(g.text).substr(begin, placed.text_end - begin));
                         begin = placed.text_end;
                       }
                     },
                     [](const draw::Fill&) {},
                     [](const draw::Rule&) {},
                     [&](const draw::Picture& p) {
                       std::int32_t& number = out.picture_number[p.picture.v];
                       if (number < 0) number = next_picture++;
                     },
                 },
                 item.is);
    }
  }
  return out;
}

/// A face of outlines or of pictures, ready to be written.
using AnyFont = std::variant<PreparedFont, PreparedPictureFonts>;

Result<AnyFont> prepare_any(const FontUse& use, const config::Limits& limits) {
  if (use.of_pictures()) return prepare_picture_fonts(use, limits);
  return prepare_font(use);
}

std::vector<Object> add_any(ObjectFile& file, AnyFont font) {
  return std::visit(
      Overload{
          [&](PreparedFont& f) { return std::vector{add_font(file, std::move(f))}; },
          [&](PreparedPictureFonts& f) { return add_picture_fonts(file, std::move(f)); },
      },
      font);
}

/// The dictionary that all pages share: every font and picture by its name.
Result<Object> add_resources(ObjectFile& file, const Resources& resources,
                             const draw::DisplayList& list, const assets::AssetStore& assets,
                             const config::Limits& limits, Jobs jobs, Stages& stages) {
  std::vector<Result<AnyFont>> fonts = stages.timed("subset", [&] {
    return parallel_map(std::span(resources.uses), jobs,
                        [&](const FontUse& use) { return prepare_any(use, limits); });
  });
  std::string body = "/Font <<";
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    if (!fonts[i]) return tl::unexpected(fonts[i].error());
    const std::vector<Object> parts = add_any(file, std::move(*fonts[i]));
    for (std::size_t part = 0; part < parts.size(); ++part) {
      body += font_name(static_cast<std::int32_t>(i), static_cast<std::uint16_t>(part)) + " " +
              ObjectFile::reference(parts[part]);
    }
  }
  body += ">>\n/XObject <<";
  Result<std::vector<Object>> pictures = stages.timed("pictures", [&] {
    return add_pictures(file, list, resources.picture_number, assets, limits, jobs);
  });
  if (!pictures) return tl::unexpected(pictures.error());
  for (std::size_t i = 0; i < pictures->size(); ++i) {
    body += "/X" + std::to_string(i) + " " + ObjectFile::reference((*pictures)[i]);
  }
  return file.dictionary(body + ">>\n");
}

struct PageContent {
  Bytes deflated;
  std::uint64_t digest;
  std::vector<draw::StructId> owners;  // by MCID
};

/// What a page shows, written; its pictures alone are asked for once more.
std::vector<PageContent> page_contents(draw::DisplayList& list, const Resources& resources,
                                       Jobs jobs) {
  return parallel_map(std::span(list.pages), jobs, [&](draw::Page& page) {
    const Content content = content_of(page, list.height, list.structure, resources);
    std::erase_if(page.items, [](const draw::Item& item) {
      return !std::holds_alternative<draw::Picture>(item.is);
    });
    page.items.shrink_to_fit();
    return PageContent{deflate(content.stream, kContentDeflateLevel), digest64(content.stream),
                       content.owners};
  });
}

/// Both halves of /ID (§14.4): the work, and this state of it.
std::pair<std::string, std::string> file_ids(const Info& info,
                                             const std::vector<PageContent>& pages) {
  std::string state = info.uuid + info.modified + info.title;
  for (const PageContent& page : pages)
    state += std::to_string(page.digest);
  const auto work = sha256(info.uuid), now = sha256(state);
  const auto half = [](const auto& digest) {
    return std::string(reinterpret_cast<const char*>(digest.data()), 16);
  };
  return {half(work), half(now)};
}

/// The links of one page as annotations, each an element's child.
std::vector<Object> add_links(ObjectFile& file, StructureTree& tree, const draw::Page& page,
                              std::uint32_t number, Pt height, const Places& places) {
  std::vector<Object> out;
  for (const draw::LinkArea& link : page.links) {
    const std::string body = link_body(link, height, places);
    if (body.empty()) continue;
    const Object annotation = file.dictionary();
    std::string parent;
    if (link.tag.v)
      parent = "/StructParent " + std::to_string(tree.add_annotation(link.tag, number, annotation));
    file.set(annotation, body + parent + "\n");
    out.push_back(annotation);
  }
  return out;
}

}  // namespace

Result<Bytes> write(draw::DisplayList list, const Info& info, const fonts::Catalog& faces,
                    const assets::AssetStore& assets, const config::Limits& limits, Jobs jobs,
                    Stages& stages) {
  if (!late::haru.open()) return failure(late::haru.missing());
  ObjectFile file;
  const Resources resources =
      stages.timed("glyphs", [&] { return gather(list, faces, assets.size()); });
  std::vector<PageContent> contents =
      stages.timed("content", [&] { return page_contents(list, resources, jobs); });
  const auto [work_id, state_id] = file_ids(info, contents);
  const Result<Object> shared = add_resources(file, resources, list, assets, limits, jobs, stages);
  if (!shared) return tl::unexpected(shared.error());

  return stages.timed("write", [&]() -> Result<Bytes> {
    StructureTree tree(file, list.structure);
    for (std::uint32_t n = 0; n < list.pages.size(); ++n)
      tree.add_page(n, contents[n].owners);
    const Places places = places_of(list);
    std::vector<Object> pages;
    for (std::uint32_t n = 0; n < list.pages.size(); ++n) {
      const std::vector<Object> links =
          add_links(file, tree, list.pages[n], n, list.height, places);
      pages.push_back(
          file.page(list.width, list.height, std::move(contents[n].deflated), *shared, links, n));
      tree.place_page(n, pages.back());
    }
    tree.finish();
    add_navigation(file, list, places, pages);
    add_metadata(file, info);
    return file.save(work_id, state_id);
  });
}

}  // namespace keben::pdf::writer
