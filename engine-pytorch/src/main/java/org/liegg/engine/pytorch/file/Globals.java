package org.liegg.engine.pytorch.file;

import java.util.List;
import java.util.Map;

/** What a pickle of TorchScript may name, and what calling it makes. */
final class Globals {
  private static final String REBUILD = "torch._utils._rebuild_tensor_v2";
  private static final String TAG = "torch.jit._pickle.restore_type_tag";

  private static final List<String> LISTS =
      List.of(
          "torch.jit._pickle.build_intlist",
          "torch.jit._pickle.build_doublelist",
          "torch.jit._pickle.build_boollist",
          "torch.jit._pickle.build_tensorlist");

  private static final List<String> PLAIN =
      List.of(
          REBUILD,
          TAG,
          "collections.OrderedDict",
          "torch.device",
          "builtins.complex",
          "__builtin__.complex");

  private Globals() {}

  /**
   * A name that a pickle refers to.
   *
   * @param name dotted, module first
   */
  record Global(String name) {}

  /**
   * An object of a class of the model.
   *
   * @param type name of its class
   */
  record Instance(String type) {}

  /**
   * A name, if it may be referred to.
   *
   * @throws ModelFault if not
   */
  static Object named(String module, String name) {
    String whole = module + "." + name;
    if (module.equals("torch") && Storage.Type.named(name).isPresent()) {
      return Storage.Type.named(name).get();
    }
    if (whole.startsWith("__torch__.torch.classes.") || whole.contains("_rebuild_qtensor")) {
      throw ModelFault.unsupported(
          "it holds an object of %s, which is quantised or packed".formatted(whole),
          "save the model before it is quantised or optimised");
    }
    if (whole.startsWith("__torch__.") || PLAIN.contains(whole) || LISTS.contains(whole)) {
      return new Global(whole);
    }
    throw ModelFault.untrusted(
        "its pickle refers to %s, which is nothing of TorchScript's".formatted(whole));
  }

  /** What calling a name gives. */
  static Object called(Object function, List<?> arguments) {
    if (!(function instanceof Global global)) {
      throw ModelFault.corrupt("a pickle calls what is no name");
    }
    if (global.name().startsWith("__torch__.")) {
      return new Instance(global.name());
    }
    if (global.name().equals(REBUILD)) {
      return tensor(arguments);
    }
    if (LISTS.contains(global.name()) || global.name().equals(TAG)) {
      return arguments.isEmpty() ? List.of() : arguments.get(0);
    }
    return global.name().endsWith("OrderedDict") ? Map.of() : global;
  }

  private static StoredTensor tensor(List<?> arguments) {
    if (arguments.size() >= 4
        && arguments.get(0) instanceof Storage storage
        && arguments.get(1) instanceof Long offset
        && arguments.get(2) instanceof List<?> sizes
        && arguments.get(3) instanceof List<?> strides) {
      return StoredTensor.of(storage, offset, sizes, strides);
    }
    throw ModelFault.corrupt("a pickle has a tensor that is not described as PyTorch does");
  }

  /** A storage, from what a pickle says of it: a word, type, key, device and size. */
  static Storage storage(Object said) {
    if (said instanceof List<?> parts
        && parts.size() == 5
        && parts.get(1) instanceof Storage.Type type
        && parts.get(2) instanceof String key
        && key.matches("[0-9]{1,9}")
        && parts.get(4) instanceof Long size
        && size >= 0) {
      return new Storage(type, key, size);
    }
    throw ModelFault.corrupt("a pickle has numbers that are not described as PyTorch does");
  }
}
