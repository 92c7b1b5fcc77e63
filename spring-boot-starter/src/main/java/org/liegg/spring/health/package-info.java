/** Gates as the health of an application, by the interfaces of Spring Boot 3 and of 4. */
@NullMarked
package org.liegg.spring.health;

import org.jspecify.annotations.NullMarked;
