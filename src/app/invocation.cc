#include "app/invocation.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <string_view>
#include <thread>
#include <utility>

#include "app/detail/flags.h"
#include "config/page_size.h"
#include "markdown/characters.h"
#include "markdown/dates.h"
#include "model/language.h"

namespace keben::app {
namespace {

bool is_folder(const std::string& name) {
  std::error_code ignored;
  return std::filesystem::is_directory(name, ignored);
}

/// What a book can be called: UTF-8, no controls, and not only white space.
bool is_line_of_words(const std::string& text) {
  std::size_t unusable = 0;
  return markdown::usable_words(text, unusable) != "" && unusable == 0 &&
         text.find('\n') == std::string::npos;
}

void describe_output(Flags& flags, Invocation& out) {
  flags.texts("-o,--output", out.outputs);
  flags.value("-t,--to",
              [&out](const std::string& text) {
                for (std::size_t at = 0; at <= text.size();) {
                  const std::size_t end = std::min(text.find(',', at), text.size());
                  const std::string name = text.substr(at, end - at);
                  if (name != "epub" && name != "pdf") return false;
                  out.formats.push_back(name == "epub" ? Format::epub : Format::pdf);
                  at = end + 1;
                }
                return true;
              },
              {"epub pdf", "epub pdf"});
  flags.value("--dump",
              [&out](const std::string& text) {
                if (text == "model") out.dump = DumpedStage::model;
                if (text == "outline") out.dump = DumpedStage::outline;
                if (text == "display-list") out.dump = DumpedStage::display_list;
                if (text == "html") out.dump = DumpedStage::html;
                return out.dump.has_value();
              },
              {"model outline display-list html", "model outline display-list html"});
}

void describe_book(Flags& flags, Invocation& out) {
  config::ExportOptions& options = out.options;
  config::MetaOverrides& meta = options.meta;
  flags.value("--title",
              [&meta](const std::string& text) {
                meta.title = text;
                return is_line_of_words(text);
              },
              {"一行文字", "a line of words"});
  flags.value("--author",
              [&meta](const std::string& text) {
                meta.authors.push_back(text);
                return is_line_of_words(text);
              },
              {"一行文字", "a line of words"});
  flags.value("--date",
              [&meta](const std::string& text) {
                meta.date = text;
                return markdown::read_date(text).has_value();
              },
              {"2025-01-25", "2025-01-25"});
  flags.value("--lang",
              [&meta](const std::string& text) {
                meta.language = text;
                return model::parse_language(text).has_value();
              },
              {"zh-CN zh-TW ja ko en …", "zh-CN zh-TW ja ko en …"});
  flags.value("--cover",
              [&out, &options](const std::string& text) {
                out.names_cover = true;
                using From = config::CoverChoice::From;
                options.cover = text == "auto"   ? config::CoverChoice{From::automatic, {}}
                                : text == "none" ? config::CoverChoice{From::none, {}}
                                                 : config::CoverChoice{From::file, text};
                return !text.empty();
              },
              {"文件 auto none", "a file, auto, none"});
  flags.choice<config::Writing>(
      "--writing", options.epub.writing,
      {{"horizontal", config::Writing::horizontal}, {"vertical", config::Writing::vertical}});
  flags.path("--css", out.stylesheet);
  flags.flag("--embed-fonts", [&options] { options.epub.fonts = config::EmbeddedType::used; });
  flags.flag("--embed-rare", [&options] { options.epub.fonts = config::EmbeddedType::rare; });
  flags.flag("--obfuscate-fonts", options.epub.obfuscate_fonts);
  flags.number("--toc-depth", 1, 6, [&options](long n) {
    options.epub.toc_depth = options.pdf.toc_depth = static_cast<int>(n);
  });
}

/// "kinsoku=auto|none|… …"
std::string known_settings() {
  std::string out;
  for (const std::string_view name : config::setting_names()) {
    std::string values;
    for (const std::string_view value : config::setting_values(name))
      values.append(values.empty() ? "=" : "|").append(value);
    out.append(out.empty() ? "" : " ").append(name).append(values);
  }
  return out;
}

void describe_page(Flags& flags, Invocation& out) {
  config::PdfOptions& options = out.options.pdf;
  std::string names;
  for (const std::string_view name : config::page_size_names())
    names += std::string(name) + " ";
  flags.value("--page",
              [&out, &options](const std::string& text) {
                out.names_page = true;
                const auto size = config::parse_page_size(text);
                if (size) options.page = *size;
                return size.has_value();
              },
              {names + "148x210mm", names + "148x210mm"});
  flags.choice<config::Purpose>(
      "--for", options.purpose,
      {{"print", config::Purpose::print}, {"screen", config::Purpose::screen}});
  flags.value("--typeset",
              [&out](const std::string& text) {
                const std::size_t equals = std::min(text.find('='), text.size());
                const std::size_t value = std::min(equals + 1, text.size());
                const config::Setting& wish = out.options.typeset.emplace_back(
                    config::Setting{text.substr(0, equals), text.substr(value)});
                config::Typesetting ignored;
                return config::set(ignored, wish.name, wish.value);
              },
              {known_settings(), known_settings()});
  flags.value("--theme", [](const std::string& text) { return text == "song"; }, {"song", "song"});
  flags.value("--font-dir",
              [&options](const std::string& text) {
                options.font_folders.emplace_back(text);
                return is_folder(text);
              },
              {"已有的文件夹", "a folder that exists"});
}

void describe_input(Flags& flags, config::ExportOptions& options) {
  using config::Dialect;
  flags.choice<Dialect>(
      "-f,--from", options.read.dialect,
      {{"keben", Dialect::keben}, {"commonmark", Dialect::commonmark}, {"gfm", Dialect::gfm}});
  flags.value("--from-encoding",
              [&options](const std::string& text) {
                options.read.encoding = text;
                return !text.empty();
              },
              {"gb18030 big5 …", "gb18030 big5 …"});
  flags.value("--root",
              [&options](const std::string& text) {
                options.root = text;
                return is_folder(text);
              },
              {"已有的文件夹", "a folder that exists"});
  flags.flag("--offline", options.fetch.offline);
  flags.value("--referer",
              [&options](const std::string& text) {
                options.fetch.referer = text;
                return text.starts_with("https://") || text.starts_with("http://");
              },
              {"http(s) 地址", "an http(s) address"});
  flags.choice<bool>("--images", options.epub.pictures.original,
                     {{"fit", false}, {"original", true}});
  flags.texts("--allow-host", options.fetch.allowed_hosts);
  flags.flag("--strict", options.strict);
  flags.flag("--keep-going", options.keep_going);
}

void describe_series(Flags& flags, series::Asked& asked) {
  using series::Grouping;
  using series::Order;
  flags.choice<Order>("--order", asked.order,
                      {{"auto", Order::automatic},
                       {"summary", Order::list},
                       {"weight", Order::weight},
                       {"number", Order::number},
                       {"date", Order::date},
                       {"name", Order::name}});
  flags.choice<Grouping>("--group-by", asked.grouping,
                         {{"year", Grouping::year},
                          {"category", Grouping::category},
                          {"series", Grouping::series},
                          {"none", Grouping::none}});
}

/// `2/8`.
bool read_shard(const std::string& text, Batch& batch) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return false;
  const auto number = [&](std::size_t first, std::size_t end, unsigned& to) {
    const auto [last, error] = std::from_chars(text.data() + first, text.data() + end, to);
    return error == std::errc() && last == text.data() + end;
  };
  return number(0, slash, batch.shard) && number(slash + 1, text.size(), batch.shards) &&
         batch.shard >= 1 && batch.shard <= batch.shards;
}

/// `part`, or `500KB`, `20MB`, `1GB`.
bool read_split(const std::string& text, Split& split) {
  if (text == "part") {
    split = {Split::By::part, 0};
    return true;
  }
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const unsigned shift = unit == "KB" ? 10 : unit == "MB" ? 20 : unit == "GB" ? 30 : 0;
  if (error != std::errc() || shift == 0 || number == 0 || number > 1'000'000) return false;
  split = {Split::By::size, number << shift};
  return true;
}

void describe_batch(Flags& flags, Batch& batch) {
  flags.flag("--each", batch.each);
  flags.path("--out-dir", batch.out_folder);
  flags.value("--shard", [&batch](const std::string& text) { return read_shard(text, batch); },
              {"1/4 … 4/4", "1/4 … 4/4"});
}

/// `--color`; auto looks at the terminal.
enum class ColourChoice { automatic, always, never };

bool colour_of(ColourChoice choice, const Environment& environment) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  return environment.force_colour || (environment.terminal && !environment.no_colour);
}

Done check_batch(const Invocation& asked) {
  if (!asked.batch.each) {
    if (asked.batch.out_folder.empty() && asked.batch.shards == 1) return {};
    return failure(usage("usage", {"--out-dir 与 --shard 须与 --each 同用",
                                   "--out-dir and --shard go with --each"}));
  }
  const bool other_use = asked.command != Command::make || asked.dump || !asked.outputs.empty() ||
                         std::count(asked.inputs.begin(), asked.inputs.end(), "-") > 0;
  if (other_use)
    return failure(usage("usage", {"--each 每篇各成一书，不能与 check、--dump、-o、- 同用",
                                   "--each makes a book of each text, without check, --dump, -o "
                                   "or -"}));
  const config::MetaOverrides& meta = asked.options.meta;
  if (!meta.title.empty() || !meta.date.empty())
    return failure(usage("usage", {"--each 的各篇自有标题与日期，不能用 --title、--date",
                                   "with --each every text has its own title and date"}));
  if (asked.split.by != Split::By::nothing)
    return failure(usage("usage", {"--each 与 --split 不能同用",
                                   "--each and --split exclude each "
                                   "other"}));
  if (asked.batch.out_folder.empty())
    return failure(usage("output-missing",
                         {"请用 --out-dir 指定输出文件夹", "name the folder with --out-dir"},
                         {"例如：--out-dir out/", "for example: --out-dir out/"}));
  return {};
}

Done check_sense(const Invocation& asked) {
  if (asked.command == Command::help || asked.command == Command::version) return {};
  if (asked.command == Command::cache) {
    const bool known =
        asked.inputs.size() == 1 && (asked.inputs[0] == "list" || asked.inputs[0] == "prune");
    if (known) return {};
    return failure(
        usage("usage", {"keben cache 后面是 list 或 prune", "keben cache list, or prune"}));
  }
  if (asked.command == Command::init) {
    if (asked.inputs.empty() || (asked.inputs.size() == 1 && is_folder(asked.inputs[0]))) return {};
    return failure(usage(
        "usage", {"keben init 后面是一个已有的文件夹", "keben init takes one folder that exists"}));
  }
  if (asked.inputs.empty())
    return failure(usage("no-input", {"没有指定原文", "no text was named"},
                         {"例如：keben essay.md", "for example: keben essay.md"}));
  const auto is_stdin = [](const std::string& input) { return input == "-"; };
  if (std::count_if(asked.inputs.begin(), asked.inputs.end(), is_stdin) > 1)
    return failure(usage("stdin-twice", {"标准输入只能读一次", "standard input can be read once"}));
  if (asked.voice.quiet && asked.voice.verbose)
    return failure(usage("usage", {"-q 与 -v 不能同用", "-q and -v exclude each other"}));
  if (asked.split.by != Split::By::nothing &&
      std::count(asked.outputs.begin(), asked.outputs.end(), "-") > 0)
    return failure(usage("usage", {"--split 不能写到标准输出", "--split needs files to write"}));
  return check_batch(asked);
}

}  // namespace

Result<Invocation> read_command_line(std::span<const char* const> arguments,
                                     const Environment& environment) {
  Invocation out;
  out.voice.language = environment.language;
  config::ExportOptions& options = out.options;
  options.source_date_epoch = environment.source_date_epoch;
  options.jobs = Jobs{std::max(1u, std::thread::hardware_concurrency())};

  options.fetch.cache_folder = environment.cache_folder;
  for (const auto& [name, command] :
       {std::pair{"check", Command::check}, {"init", Command::init}, {"cache", Command::cache}}) {
    if (arguments.empty() || std::string_view(arguments[0]) != name) continue;
    out.command = command;
    arguments = arguments.subspan(1);
    break;
  }
  bool help = false;
  bool version = false;
  ColourChoice colour = ColourChoice::automatic;
  Flags flags;
  flags.rest(out.inputs);
  describe_output(flags, out);
  describe_book(flags, out);
  describe_page(flags, out);
  describe_input(flags, options);
  describe_series(flags, out.bundle);
  describe_batch(flags, out.batch);
  flags.value("--split", [&out](const std::string& text) { return read_split(text, out.split); },
              {"part 20MB 500KB …", "part 20MB 500KB …"});
  flags.number("--jobs", 1, 256,
               [&options](long n) { options.jobs = Jobs{static_cast<unsigned>(n)}; });
  flags.flag("-q,--quiet", out.voice.quiet);
  flags.flag("-v,--verbose", out.voice.verbose);
  flags.flag("--json", out.voice.json);
  flags.choice<ColourChoice>("--color", colour,
                             {{"auto", ColourChoice::automatic},
                              {"always", ColourChoice::always},
                              {"never", ColourChoice::never}});
  flags.choice<UiLanguage>("--ui-lang", out.voice.language,
                           {{"zh", UiLanguage::zh}, {"en", UiLanguage::en}});
  flags.flag("--version", version);
  flags.flag("-h,--help", help);
  if (const Done read = flags.read(arguments); !read) return failure(read.error());

  if (version) out.command = Command::version;
  if (help) out.command = Command::help;
  options.epub.jobs = options.pdf.jobs = options.jobs;
  out.bundle.jobs = options.jobs;
  options.fetch.limits = options.read.limits;
  out.voice.colour = colour_of(colour, environment);
  out.voice.progress = environment.terminal && !out.voice.quiet && !out.voice.json;
  if (const Done sense = check_sense(out); !sense) return failure(sense.error());
  return out;
}

Voice spoken_voice(std::span<const char* const> arguments, const Environment& environment) {
  Voice out{.language = environment.language};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") break;
    out.json = out.json || argument == "--json";
    const bool next = argument == "--ui-lang" && i + 1 < arguments.size();
    const std::string_view value = next ? arguments[i + 1] : argument;
    if (next || argument.substr(0, 10) == "--ui-lang=")
      out.language = value.ends_with("zh") ? UiLanguage::zh : UiLanguage::en;
  }
  return out;
}

}  // namespace keben::app
