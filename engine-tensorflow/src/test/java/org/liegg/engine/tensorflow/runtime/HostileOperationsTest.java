package org.liegg.engine.tensorflow.runtime;

import static org.liegg.engine.tensorflow.TestFunction.named;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.DOUBLE;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.around;
import static org.liegg.engine.tensorflow.runtime.HostileGraphs.branching;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.liegg.engine.tensorflow.TestFunction;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.ResourceHandleProto;
import org.tensorflow.proto.TensorProto;

/** Operations by which a graph might reach a file, a process, a socket or a class. */
class HostileOperationsTest extends RefusedGraphs {

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("a function of another machine", "RemoteCall", v -> inBranch("RemoteCall")),
        refused("Python", "PyFunc", v -> inBranch("PyFunc")),
        refused("what one sends", "_Send", v -> inBranch("_Send")),
        refused("what one receives", "_HostRecv", v -> inBranch("_HostRecv")),
        refused("a debugger", "DebugIdentityV2", v -> inBranch("DebugIdentityV2")),
        refused("a summary", "WriteScalarSummary", v -> inBranch("WriteScalarSummary")),
        refused("a queue", "QueueDequeueV2", v -> inBranch("QueueDequeueV2")),
        refused(
            "a table from a file",
            "InitializeTableFromTextFileV2",
            v -> inBranch("InitializeTableFromTextFileV2")),
        refused("an operation of a library", "Evil>Op", v -> inBranch("Evil>Op")),
        refused("a handle that is written down", "DT_RESOURCE", v -> handle()),
        refused(
            "a name that the runtime would print",
            "\\u001B[31m",
            v ->
                branching(named("red"))
                    .function(around("red", Nodes.node("", "Tanh", "x\u001b[31m"), "y:0"))));
  }

  private static TestGraph inBranch(String op) {
    return branching(named("inner")).function(around("inner", Nodes.node("", op, "x"), "output:0"));
  }

  private static TestGraph handle() {
    TensorProto value =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_RESOURCE)
            .setTensorShape(Nodes.shapeProto(List.of()))
            .addResourceHandleVal(ResourceHandleProto.newBuilder().setName("weights"))
            .build();
    TestFunction function = new TestFunction("reads").argument("x", DOUBLE);
    String read = function.read(function.constant(value));
    return branching(named("reads")).function(function.result("y", DOUBLE, read).build());
  }
}
