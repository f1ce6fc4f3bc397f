package io.multishot.contract;

import io.multishot.MultiShotSender;
import org.jspecify.annotations.Nullable;

/** What a shot ends with. */
enum Outcome {
  VALUE {
    @Override
    boolean end(Line line, MultiShotSender sender, @Nullable Object value) {
      return line.send(sender, value);
    }
  },
  FAILURE {
    @Override
    boolean end(Line line, MultiShotSender sender, @Nullable Object value) {
      return sender.fail(new Exception("failed by the sender"));
    }
  },
  DISCONNECT {
    @Override
    boolean end(Line line, MultiShotSender sender, @Nullable Object value) {
      sender.close();
      return true;
    }
  };

  /** Ends the open shot; returns what the sender is told. */
  abstract boolean end(Line line, MultiShotSender sender, @Nullable Object value);
}
