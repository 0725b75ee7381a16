// What many essays say of the one book that they make.
#pragma once

#include <string>
#include <vector>

#include "config/options.h"
#include "model/document.h"

namespace keben::app {

/// The meta of a collection of at least one document. Title: the flag's, else the series that all
/// belong to, else `title`. People: all of them, in order of first appearance. Language: the most
/// frequent, the earlier one where two are equally so. What all agree on (site, publisher, rights,
/// category) is the book's, too; tags are the union; the moment of modification the newest.
model::Meta common_meta(const std::vector<model::Document>& documents,
                        const config::MetaOverrides& flags, const std::string& title);

/// The most frequent of at least one language, the earlier where two are equally so.
model::Language most_frequent(const std::vector<model::Language>& languages);

/// What flags and keben.yaml say, in place of what the texts say; the language is not touched.
void override_meta(model::Meta& meta, const config::MetaOverrides& flags);

}  // namespace keben::app
