package org.liegg.engine.tensorflow.read;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.ObjectReference;

/**
 * Finds under which name a checkpoint holds the variables that a signature's function captures, as
 * Python does: by the objects that hold them. Exports of Keras 3 restore other variables than those
 * that their signatures read.
 */
final class CapturedNames {
  private static final String OBJECTS = "_CHECKPOINTABLE_OBJECT_GRAPH";
  private static final String VALUE = "VARIABLE_VALUE";

  private CapturedNames() {}

  /** The checkpoint's name by the name of the variable's node; only what could be found. */
  static Map<String, String> read(MetaGraphDef meta, Checkpoint checkpoint, ModelFaults faults) {
    Map<String, String> names = new HashMap<>();
    if (!checkpoint.has(OBJECTS)) {
      return names;
    }
    Map<Integer, String> keys = keys(meta.getObjectGraphDef(), objects(checkpoint, faults));
    for (NodeDef call : meta.getGraphDef().getNodeList()) {
      String function =
          call.getAttrOrDefault("f", AttrValue.getDefaultInstance()).getFunc().getName();
      var concrete = meta.getObjectGraphDef().getConcreteFunctionsMap().get(function);
      if (concrete == null) {
        continue;
      }
      List<String> inputs =
          call.getInputList().stream().filter(input -> !input.startsWith("^")).toList();
      // What a function captures comes after its arguments.
      int first = inputs.size() - concrete.getBoundInputsCount();
      for (int i = Math.max(0, -first); i < concrete.getBoundInputsCount(); i++) {
        String key = keys.get(concrete.getBoundInputs(i));
        if (key != null) {
          names.put(TensorName.nodeOf(inputs.get(first + i)), key);
        }
      }
    }
    return names;
  }

  private static TrackableObjectGraph objects(Checkpoint checkpoint, ModelFaults faults) {
    try {
      return TrackableObjectGraph.parseFrom(checkpoint.text(OBJECTS));
    } catch (InvalidProtocolBufferException e) {
      throw faults.corrupt("the objects of its checkpoint: " + e.getMessage(), e);
    }
  }

  /** Walks model and checkpoint together, from their roots along children of the same names. */
  private static Map<Integer, String> keys(SavedObjectGraph model, TrackableObjectGraph saved) {
    Map<Integer, String> keys = new HashMap<>();
    Map<Integer, Integer> partners = new HashMap<>(Map.of(0, 0));
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int here = open.remove();
      int there = partners.getOrDefault(here, -1);
      if (here < 0
          || here >= model.getNodesCount()
          || there < 0
          || there >= saved.getNodesCount()) {
        continue;
      }
      SavedObject object = model.getNodes(here);
      TrackableObject partner = saved.getNodes(there);
      partner.getAttributesList().stream()
          .filter(attribute -> attribute.getName().equals(VALUE))
          .findFirst()
          .ifPresent(attribute -> keys.put(here, attribute.getCheckpointKey()));
      Map<String, Integer> children = new HashMap<>();
      for (ObjectReference child : partner.getChildrenList()) {
        children.put(child.getLocalName(), child.getNodeId());
      }
      for (ObjectReference child : object.getChildrenList()) {
        Integer other = children.get(child.getLocalName());
        if (other != null && partners.putIfAbsent(child.getNodeId(), other) == null) {
          open.add(child.getNodeId());
        }
      }
    }
    return keys;
  }
}
