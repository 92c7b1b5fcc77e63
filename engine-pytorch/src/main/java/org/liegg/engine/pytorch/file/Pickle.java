package org.liegg.engine.pytorch.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pickle of TorchScript, followed without making anything of it but lists, numbers and
 * descriptions of tensors: every name that it refers to is looked up in a fixed list, every tensor
 * must lie within its numbers.
 */
final class Pickle {
  private static final int MAX_BYTES = 8 << 20;
  private static final Object NOTHING = new Object();

  private final PickleInput in;
  private final Deque<List<Object>> marks = new ArrayDeque<>();
  private List<Object> stack = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();

  private final List<Storage> storages = new ArrayList<>();
  private final List<StoredTensor> tensors = new ArrayList<>();
  private final List<Place> types = new ArrayList<>();
  private Object result = NOTHING;

  /**
   * Where a pickle names a type of storage.
   *
   * @param type that it names
   * @param from first byte of the name
   */
  record Place(Storage.Type type, int from) {}

  private Pickle(byte[] bytes) {
    in = new PickleInput(bytes);
  }

  /**
   * Follows a pickle to its end.
   *
   * @throws ModelFault if it is damaged or refers to what TorchScript does not write
   */
  static Pickle read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw ModelFault.tooLarge("it has a pickle of more than %d bytes".formatted(MAX_BYTES));
    }
    Pickle pickle = new Pickle(bytes);
    try {
      while (pickle.step(pickle.in.next())) {
        // All is done in the condition.
      }
    } catch (IndexOutOfBoundsException e) {
      throw ModelFault.corrupt("a pickle takes what it has not put there");
    }
    return pickle;
  }

  /** Numbers that it refers to. */
  List<Storage> storages() {
    return storages;
  }

  /** Tensors, in their order. */
  List<StoredTensor> tensors() {
    return tensors;
  }

  /** Where it names types of numbers. */
  List<Place> types() {
    return types;
  }

  /** The class of the object that it is of; empty where it is of none. */
  Optional<String> type() {
    return result instanceof Globals.Instance found ? Optional.of(found.type()) : Optional.empty();
  }

  private boolean step(int code) {
    switch (code) {
      case 0x80 -> in.next();
      case '(' -> {
        marks.push(stack);
        stack = new ArrayList<>();
      }
      case ')', ']' -> push(new ArrayList<>());
      case '}' -> push(new HashMap<>());
      case 't' -> push(sinceMark());
      case 0x85, 0x86, 0x87 -> push(taken(code - 0x84));
      case 'a' -> pop();
      case 'e', 'u' -> sinceMark();
      case 's' -> taken(2);
      case 'N', 0x88, 0x89 -> push(NOTHING);
      case 'K' -> push(in.number(1));
      case 'M' -> push(in.number(2));
      case 'J' -> push(in.number(4));
      case 0x8a -> push(in.signed(in.next()));
      case 'G' -> push(in.real());
      case 'X', 'T' -> push(in.text(in.number(4)));
      case 'U' -> push(in.text(in.number(1)));
      case 'h' -> push(remembered(in.number(1)));
      case 'j' -> push(remembered(in.number(4)));
      case 'q' -> memo.put(in.number(1), top());
      case 'r' -> memo.put(in.number(4), top());
      case '0' -> pop();
      case 'c' -> push(global());
      case 'R', 0x81 -> call();
      case 'b' -> pop();
      case 'Q' -> push(stored(pop()));
      case '.' -> {
        result = pop();
        return false;
      }
      default ->
          throw ModelFault.corrupt(
              "a pickle has the code 0x%02x at %d, which TorchScript does not write"
                  .formatted(code, in.position() - 1));
    }
    return true;
  }

  private Object global() {
    String module = in.line();
    int from = in.position();
    Object named = Globals.named(module, in.line());
    if (named instanceof Storage.Type type) {
      types.add(new Place(type, from));
    }
    return named;
  }

  private void call() {
    Object arguments = pop();
    Object called =
        Globals.called(pop(), arguments instanceof List<?> list ? list : List.of(arguments));
    if (called instanceof StoredTensor tensor) {
      tensors.add(tensor);
    }
    push(called);
  }

  private Storage stored(Object said) {
    Storage storage = Globals.storage(said);
    storages.add(storage);
    return storage;
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    return stack.remove(stack.size() - 1);
  }

  private Object top() {
    return stack.get(stack.size() - 1);
  }

  private List<Object> taken(int count) {
    List<Object> tail = stack.subList(stack.size() - count, stack.size());
    List<Object> taken = new ArrayList<>(tail);
    tail.clear();
    return taken;
  }

  private List<Object> sinceMark() {
    List<Object> since = stack;
    if (marks.isEmpty()) {
      throw ModelFault.corrupt("a pickle ends a list that it has not begun");
    }
    stack = marks.pop();
    return since;
  }

  private Object remembered(long key) {
    Object found = memo.get(key);
    if (found == null) {
      throw ModelFault.corrupt("a pickle takes what it has not put there");
    }
    return found;
  }
}
