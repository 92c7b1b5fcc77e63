package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.spi.GroupAction;

class FilterGroupActionTest {

  /** The other action, of which every method says that it was called. */
  private static final class Called extends RuntimeException {
    private static final long serialVersionUID = 1;

    Called(String method) {
      super(method);
    }
  }

  private static final class Same extends FilterGroupAction {
    Same(GroupAction action) {
      super(action);
    }
  }

  @Test
  void everyMethodOfAnActionIsForwardedToTheOther() throws ReflectiveOperationException {
    GroupAction other =
        (GroupAction)
            Proxy.newProxyInstance(
                GroupAction.class.getClassLoader(),
                new Class<?>[] {GroupAction.class},
                (proxy, method, arguments) -> {
                  throw new Called(method.toString());
                });
    for (Method method : methods()) {
      assertThatThrownBy(() -> method.invoke(new Same(other), arguments(method)))
          .as("%s", method)
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(Called.class)
          .hasMessage(method.toString());
    }
  }

  @Test
  void everyMethodOfAnActionIsOverridden() throws ReflectiveOperationException {
    for (Method method : methods()) {
      assertThat(
              FilterGroupAction.class
                  .getMethod(method.getName(), method.getParameterTypes())
                  .getDeclaringClass())
          .as("%s", method)
          .isEqualTo(FilterGroupAction.class);
    }
  }

  private static List<Method> methods() {
    return Arrays.stream(GroupAction.class.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .toList();
  }

  private static Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> type == int.class ? (Object) 0 : null)
        .toArray();
  }
}
