#include "session/stored_documents.h"

#include <gtest/gtest.h>

#include "scenario/write.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

TEST(StoredDocumentsTest, EachIsReadOnceAndIsWhatWasKept) {
  Store store = Store::inMemory().value();
  const LoadedMethod method = testing::shippedMethod();
  const std::string hash = store.keepDocument(method.bytes).value();
  StoredDocuments documents;
  const Result<LoadedMethod> first = documents.method(store, hash);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->bytes, method.bytes);
  EXPECT_EQ(first->method->title, method.method->title);
  EXPECT_EQ(documents.method(store, hash)->method, first->method);  // The same object.
}

TEST(StoredDocumentsTest, WhatIsMissingOrNoneOfItsKindIsRefused) {
  Store store = Store::inMemory().value();
  const std::string hash = store.keepDocument("no JSON").value();
  StoredDocuments documents;
  EXPECT_FALSE(documents.scenario(store, hash));
  EXPECT_FALSE(documents.method(store, hash));
  EXPECT_FALSE(documents.scenario(store, std::string(64, '0')));
}

}  // namespace
}  // namespace sparring
