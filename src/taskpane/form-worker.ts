/** The thread that reads and fills operators' forms. */
import { doFormWork, type FormJob } from './form-work';

onmessage = ({ data }: MessageEvent<FormJob>): void => {
  void doFormWork(data).then((answer) => {
    postMessage(answer);
  });
};
