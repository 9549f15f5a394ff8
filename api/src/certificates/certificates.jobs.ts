import { declareJob } from '../jobs/job-kinds.js';

/** Prints one certificate and stores the PDF. The key is the certificate: whoever asks twice, it is printed once. */
export const renderJob = declareJob<{ certificateId: string }>('certificate.render');
