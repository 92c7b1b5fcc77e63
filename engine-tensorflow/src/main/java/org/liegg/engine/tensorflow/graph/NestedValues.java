package org.liegg.engine.tensorflow.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;

/**
 * What attributes hold, however deep: an attribute may name a function, alone or in a list, and
 * give it attributes in turn, and a signature may say what an attribute is where it is left out.
 */
public final class NestedValues {
  private final List<AttrValue> all = new ArrayList<>();

  private NestedValues(Collection<AttrValue> values) {
    Deque<AttrValue> open = new ArrayDeque<>(values);
    while (!open.isEmpty()) {
      AttrValue value = open.remove();
      all.add(value);
      open.addAll(value.getFunc().getAttrMap().values());
      for (NameAttrList function : value.getList().getFuncList()) {
        open.addAll(function.getAttrMap().values());
      }
    }
  }

  /** Of a node. */
  public static NestedValues of(NodeDef node) {
    return new NestedValues(node.getAttrMap().values());
  }

  /** Of a function itself, not of the nodes of its body. */
  public static NestedValues of(FunctionDef function) {
    List<AttrValue> values = new ArrayList<>(function.getAttrMap().values());
    function.getArgAttrMap().values().forEach(own -> values.addAll(own.getAttrMap().values()));
    for (OpDef.AttrDef attribute : function.getSignature().getAttrList()) {
      values.add(attribute.getDefaultValue());
      values.add(attribute.getAllowedValues());
    }
    return new NestedValues(values);
  }

  /** The functions that are named. */
  Set<String> functions() {
    Set<String> names = new HashSet<>();
    for (AttrValue value : all) {
      names.add(value.getFunc().getName());
      value.getList().getFuncList().forEach(function -> names.add(function.getName()));
    }
    names.remove("");
    return names;
  }

  /** The tensors that are written there. */
  public List<TensorProto> tensors() {
    List<TensorProto> tensors = new ArrayList<>();
    for (AttrValue value : all) {
      if (value.hasTensor()) {
        tensors.add(value.getTensor());
      }
      tensors.addAll(value.getList().getTensorList());
    }
    return tensors;
  }
}
