package io.multishot.processor.write;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes each character beyond ASCII as a Unicode escape, which Java has everywhere in a source.
 * None follows a backslash: generated code has no text but names.
 */
public final class AsciiWriter extends FilterWriter {

  public AsciiWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int character) throws IOException {
    if (character < 0x80) {
      out.write(character);
    } else {
      out.write(String.format("\\u%04x", character));
    }
  }

  @Override
  public void write(char[] text, int start, int length) throws IOException {
    write(new String(text, start, length), 0, length);
  }

  @Override
  public void write(String text, int start, int length) throws IOException {
    int written = start;
    for (int i = start; i < start + length; i++) {
      if (text.charAt(i) >= 0x80) {
        out.write(text, written, i - written);
        write(text.charAt(i));
        written = i + 1;
      }
    }
    out.write(text, written, start + length - written);
  }
}
