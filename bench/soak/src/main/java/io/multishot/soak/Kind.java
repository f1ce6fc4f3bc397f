package io.multishot.soak;

import io.multishot.MultiShotHandler;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.PaddedSender;
import io.multishot.Poll;
import io.multishot.Shot;
import io.multishot.Waker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * One of the generated channels, or one of the two ways to receive a record from it. Its methods
 * are found by reflection, once, and given the types of {@link Channel}.
 */
final class Kind {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private static final List<Kind> ALL = findAll();

  private final String name;
  private final Traits traits;
  private final Map<String, MethodHandle> handles;
  private final MethodHandle constructor;

  /** What the generated classes show. */
  private record Traits(
      boolean hasReference,
      boolean isMessage,
      boolean isView,
      boolean isPadded,
      boolean allocates) {}

  private Kind(String name, Traits traits, Map<String, MethodHandle> handles) {
    this.name = name;
    this.traits = traits;
    this.handles = handles;
    this.constructor = constructor(handles);
  }

  /** All kinds, always in the same order. */
  static List<Kind> all() {
    return ALL;
  }

  Channel open() {
    try {
      return (Channel) constructor.invokeExact();
    } catch (Throwable thrown) {
      throw Unchecked.rethrow(thrown);
    }
  }

  /** Whether a message holds a reference. */
  boolean hasReference() {
    return traits.hasReference;
  }

  /** Whether it has several parts. */
  boolean isMessage() {
    return traits.isMessage;
  }

  /** Whether what it receives can be read until the next shot is armed only. */
  boolean isView() {
    return traits.isView;
  }

  boolean isPadded() {
    return traits.isPadded;
  }

  /** Whether whoever waits for it parks in the end. */
  boolean parks() {
    return !name.contains("Busy");
  }

  static Kind anyThatParks() {
    return ALL.stream().filter(Kind::parks).findFirst().orElseThrow();
  }

  /** Whether receiving makes an object: a record. */
  boolean allocates() {
    return traits.allocates;
  }

  /** This kind with one method changed: to see whether a fault in it would be found. */
  Kind with(String method, UnaryOperator<MethodHandle> change) {
    Map<String, MethodHandle> changed = new HashMap<>(handles);
    MethodHandle original = handles.get(method);
    if (original == null) {
      throw new IllegalArgumentException("no method " + method);
    }
    changed.put(method, change.apply(original).asType(original.type()));
    return new Kind(name, traits, Map.copyOf(changed));
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<Kind> findAll() {
    List<Class<?>> declarations = new ArrayList<>(List.of(Soaked.class.getDeclaredClasses()));
    declarations.sort(Comparator.comparing(Class::getName)); // reflection promises no order
    List<Kind> kinds = new ArrayList<>();
    try {
      for (Class<?> declaration : declarations) {
        kinds.add(find(declaration, ""));
        if (declaration.isRecord()) {
          kinds.add(find(declaration, "View"));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a generated channel is not as expected", e);
    }
    return List.copyOf(kinds);
  }

  /** Finds the channel of a declaration, as received by methods with this in their names. */
  private static Kind find(Class<?> declaration, String view) throws ReflectiveOperationException {
    Class<?> channel =
        Class.forName(
            declaration.getPackageName() + ".Soaked_" + declaration.getSimpleName() + "Channel");
    Class<?> receiver = nested(channel, "Receiver");
    Class<?> sender = nested(channel, "Sender");
    Method take = receiver.getMethod("take" + view);
    MethodHandle image = image(take.getReturnType(), declaration);
    Method send = method(sender, "send");
    Class<?>[] parts = send.getParameterTypes();

    Map<String, MethodHandle> handles = new HashMap<>();
    handles.put("open", as(channel.getMethod("open"), MultiShotReceiver.class));
    for (String arm : List.of("sender", "trySender", "renew")) {
      handles.put(arm, as(receiver.getMethod(arm), MultiShotSender.class, MultiShotReceiver.class));
    }
    handles.put(
        "poll",
        as(
            receiver.getMethod("poll", Waker.class),
            Poll.class,
            MultiShotReceiver.class,
            Waker.class));
    for (String get : List.of("peek", "take")) {
      handles.put(get, received(receiver.getMethod(get + view), image));
    }
    handles.put("receive", received(receiver.getMethod("receive" + view), image));
    handles.put(
        "receiveUninterruptibly",
        received(receiver.getMethod("receive" + view + "Uninterruptibly"), image));
    handles.put(
        "receiveTimed",
        received(receiver.getMethod("receive" + view, long.class, TimeUnit.class), image));

    Class<?> handler = nested(channel, view + "Handler");
    handles.put("handler", handlerOf(handler, image));
    String onReceive = "onReceive" + view;
    handles.put(
        "onReceive",
        as(
            receiver.getMethod(onReceive, handler),
            void.class,
            MultiShotReceiver.class,
            MultiShotHandler.class));
    handles.put(
        "onReceiveBy",
        as(
            receiver.getMethod(onReceive, handler, Executor.class),
            void.class,
            MultiShotReceiver.class,
            MultiShotHandler.class,
            Executor.class));
    handles.put(
        "toFuture",
        as(receiver.getMethod("toFuture"), CompletableFuture.class, MultiShotReceiver.class));
    Method takeWhole = receiver.getMethod("take");
    handles.put("takeBoxed", as(takeWhole, Object.class, MultiShotReceiver.class));
    handles.put(
        "image",
        image(takeWhole.getReturnType(), declaration)
            .asType(MethodType.methodType(long.class, Object.class)));

    handles.put("send", sent(send, MultiShotSender.class, false));
    handles.put("sendToOther", sent(send, MultiShotSender.class, false));
    handles.put("sendFresh", sent(send, MultiShotSender.class, true));
    handles.put("sendReference", sentReference(send));
    handles.put(
        "sendFrom",
        as(
            sender.getMethod("sendFrom", CompletionStage.class),
            void.class,
            MultiShotSender.class,
            CompletionStage.class));
    handles.put("shot", as(sender.getMethod("shot"), Shot.class, MultiShotSender.class));
    handles.put("sendShot", sent(method(nested(channel, "Shot"), "send"), Shot.class, false));
    handles.put("expected", ofShot(Image.of(parts), 0, parts, false));

    return new Kind(
        declaration.getSimpleName() + view,
        new Traits(
            Arrays.stream(parts).anyMatch(part -> !part.isPrimitive()),
            parts.length > 1,
            parts.length > 1 && !declaration.isRecord(),
            PaddedSender.class.isAssignableFrom(sender),
            declaration.isRecord() && take.getReturnType() == declaration),
        Map.copyOf(handles));
  }

  private static MethodHandle constructor(Map<String, MethodHandle> handles) {
    try {
      MethodHandles.Lookup defined =
          LOOKUP.defineHiddenClassWithClassData(
              classFile(GeneratedChannel.class), handles, /* initialize= */ true);
      return defined
          .findConstructor(defined.lookupClass(), MethodType.methodType(void.class))
          .asType(MethodType.methodType(Channel.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot define a channel", e);
    }
  }

  static byte[] classFile(Class<?> type) {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      if (in == null) {
        throw new LinkageError("no class file of " + type);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> nested(Class<?> channel, String simpleName)
      throws ClassNotFoundException {
    return Class.forName(channel.getName() + "$" + simpleName);
  }

  /**
   * The method of this name that takes the parts of a message: a record's has one that does not.
   */
  private static Method method(Class<?> owner, String name) {
    return Arrays.stream(owner.getMethods())
        .filter(method -> method.getName().equals(name))
        .max(Comparator.comparingInt(Method::getParameterCount))
        .orElseThrow();
  }

  private static MethodHandle as(Method method, Class<?> returned, Class<?>... parameters)
      throws IllegalAccessException {
    return LOOKUP.unreflect(method).asType(MethodType.methodType(returned, parameters));
  }

  /** {@code (receiver, …)long}. */
  private static MethodHandle received(Method method, MethodHandle image)
      throws IllegalAccessException {
    MethodHandle handle = MethodHandles.filterReturnValue(LOOKUP.unreflect(method), image);
    return handle.asType(handle.type().changeParameterType(0, MultiShotReceiver.class));
  }

  /** {@code (sender, shot)boolean}. */
  private static MethodHandle sent(Method send, Class<?> sender, boolean isFresh)
      throws IllegalAccessException {
    MethodHandle handle = LOOKUP.unreflect(send);
    handle = handle.asType(handle.type().changeParameterType(0, sender));
    return ofShot(handle, 1, send.getParameterTypes(), isFresh);
  }

  /** Replaces the parts of a message, from {@code at} on, by the number of a shot. */
  private static MethodHandle ofShot(
      MethodHandle handle, int at, Class<?>[] parts, boolean isFresh) {
    MethodHandle[] filters = new MethodHandle[parts.length];
    int[] order = new int[at + parts.length];
    for (int i = 0; i < at; i++) {
      order[i] = i;
    }
    for (int i = 0; i < parts.length; i++) {
      filters[i] = Image.part(parts[i], i, isFresh);
      order[at + i] = at;
    }
    MethodType type =
        handle.type().dropParameterTypes(at, order.length).appendParameterTypes(long.class);
    return MethodHandles.permuteArguments(
        MethodHandles.filterArguments(handle, at, filters), type, order);
  }

  /** {@code (sender, reference)boolean}: it is every reference of the message. */
  private static MethodHandle sentReference(Method send) throws IllegalAccessException {
    MethodHandle handle = LOOKUP.unreflect(send);
    Class<?>[] parts = send.getParameterTypes();
    int[] order = new int[1 + parts.length];
    MethodType alike = MethodType.methodType(boolean.class, MultiShotSender.class);
    for (int i = 0; i < parts.length; i++) {
      order[1 + i] = 1;
      alike = alike.appendParameterTypes(parts[i].isPrimitive() ? parts[i] : Object.class);
    }
    handle = handle.asType(alike);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isPrimitive()) {
        MethodHandle zero =
            MethodHandles.dropArguments(MethodHandles.zero(parts[i]), 0, Object.class);
        handle = MethodHandles.filterArguments(handle, 1 + i, zero);
      }
    }
    return MethodHandles.permuteArguments(
        handle, MethodType.methodType(boolean.class, MultiShotSender.class, Object.class), order);
  }

  /** {@code (message)long}. */
  private static MethodHandle image(Class<?> message, Class<?> declaration)
      throws ReflectiveOperationException {
    for (Class<?> shape : List.of(Quote.class, Reply.class, Trade.class)) {
      if (shape.isAssignableFrom(message)) {
        return Image.of(shape).asType(MethodType.methodType(long.class, message));
      }
    }
    return declaration.isRecord() ? imageOfView(message, declaration) : Image.of(message);
  }

  /** The view of a record has accessors, but no type that we could name. */
  private static MethodHandle imageOfView(Class<?> view, Class<?> declaration)
      throws ReflectiveOperationException {
    RecordComponent[] components = declaration.getRecordComponents();
    MethodHandle[] accessors = new MethodHandle[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      accessors[i] = LOOKUP.unreflect(view.getMethod(components[i].getName()));
    }
    return MethodHandles.permuteArguments(
        MethodHandles.filterArguments(Image.of(types), 0, accessors),
        MethodType.methodType(long.class, view),
        new int[components.length]);
  }

  /** {@code (Inbox)MultiShotHandler}: the one thing here that boxes. */
  private static MethodHandle handlerOf(Class<?> handler, MethodHandle image)
      throws ReflectiveOperationException {
    MethodHandle imageOfBoxed = image.asType(MethodType.methodType(long.class, Object.class));
    MethodHandle make =
        LOOKUP.findStatic(
            Kind.class,
            "handler",
            MethodType.methodType(
                MultiShotHandler.class, Class.class, MethodHandle.class, Inbox.class));
    return MethodHandles.insertArguments(make, 0, handler, imageOfBoxed);
  }

  @SuppressWarnings("UnusedMethod") // found by its name above
  private static MultiShotHandler handler(Class<?> type, MethodHandle image, Inbox inbox) {
    InvocationHandler run =
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "received" -> inbox.received((long) image.invokeExact(arguments[0]));
            case "failed" -> inbox.failed((Throwable) arguments[0]);
            case "toString" -> {
              return inbox.toString();
            }
            default -> throw new UnsupportedOperationException(method.toString());
          }
          return null;
        };
    return (MultiShotHandler)
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, run);
  }
}
