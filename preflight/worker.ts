import { serve } from "./engine/worker-side";

// The process that the gate starts for each program: it waits for one job.
serve();
