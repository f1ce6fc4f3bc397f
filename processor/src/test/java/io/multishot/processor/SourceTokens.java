package io.multishot.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java source consists of, comments included, as the language reads it. */
final class SourceTokens {

  private static final Pattern UNICODE_ESCAPE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)(?<comment>/\\*.*?\\*/|//[^\\n\\r]*)"
              + "|(?<string>\"(?:[^\"\\\\\\n\\r]|\\\\.)*\")"
              + "|(?<character>'(?:[^'\\\\\\n\\r]|\\\\.)*')"
              + "|(?<word>\\p{javaJavaIdentifierPart}+)"
              + "|(?<space>\\s+)"
              + "|(?<other>.)");

  private SourceTokens() {}

  /** The tokens, each with its kind in front; in comments, words are told apart by one space. */
  static List<String> of(String source) {
    Matcher escapes = UNICODE_ESCAPE.matcher(source);
    String text =
        escapes.replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) + (char) Integer.parseInt(escape.group(2), 16)));
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      if (matcher.group("space") == null) {
        tokens.add(kind(matcher) + " " + matcher.group().replaceAll("[\\s*]+", " "));
      }
    }
    return tokens;
  }

  private static String kind(MatchResult token) {
    String[] kinds = {"comment", "string", "character", "word"};
    for (int i = 0; i < kinds.length; i++) {
      if (token.group(i + 1) != null) {
        return kinds[i];
      }
    }
    return "other";
  }
}
