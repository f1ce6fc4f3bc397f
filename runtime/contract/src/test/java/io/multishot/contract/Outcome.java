package io.multishot.contract;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import org.jspecify.annotations.Nullable;

/** What a shot ends with. */
enum Outcome {
  VALUE {
    @Override
    <R extends MultiShotReceiver, S extends MultiShotSender> boolean end(
        Line<R, S> line, S sender, @Nullable Object value) {
      return line.send(sender, value);
    }
  },
  FAILURE {
    @Override
    <R extends MultiShotReceiver, S extends MultiShotSender> boolean end(
        Line<R, S> line, S sender, @Nullable Object value) {
      return sender.fail(new Exception("failed by the sender"));
    }
  },
  DISCONNECT {
    @Override
    <R extends MultiShotReceiver, S extends MultiShotSender> boolean end(
        Line<R, S> line, S sender, @Nullable Object value) {
      sender.close();
      return true;
    }
  };

  /** Ends the open shot; returns what the sender is told. */
  abstract <R extends MultiShotReceiver, S extends MultiShotSender> boolean end(
      Line<R, S> line, S sender, @Nullable Object value);
}
