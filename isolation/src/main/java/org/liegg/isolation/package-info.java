/**
 * Models in a process of their own. {@link org.liegg.isolation.IsolatedEngine} decorates an engine:
 * what it opens is read and differentiated by the same engine in a child Java virtual machine, the
 * worker, with a heap and a time limit of its own and an environment that holds no secrets.
 * Whatever happens there, a crash of a native library included, is one error with a code here.
 *
 * <p>Parent and worker talk over sockets of the file system (AF_UNIX), one a session, so that
 * nothing that a library prints can disturb them. What is said is a small binary protocol without
 * Java serialisation: {@code Connection} reads and writes numbers and texts of bounded length,
 * {@code Requests} and {@code Answers} the records of the interfaces. The parent takes the worker
 * for hostile: lengths, sizes and kinds are checked, and texts are made printable.
 *
 * <p>Engines are found by name on the class path, here as there; nothing else of this project is
 * known here.
 */
@NullMarked
package org.liegg.isolation;

import org.jspecify.annotations.NullMarked;
