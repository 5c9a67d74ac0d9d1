package vn.gopy;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a piece of work costs the processor in this thread: whatever else runs on the machine does not count. */
public final class ProcessorTime {

    private ProcessorTime() {}

    /** Does the work and tells what it cost. */
    public static Duration of(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    /** The same of work that begins threads of its own: what all threads of this process cost meanwhile. */
    public static Duration ofProcess(Runnable work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        work.run();
        return Duration.ofNanos(system.getProcessCpuTime() - before);
    }
}
