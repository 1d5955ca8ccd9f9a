// Reading a PDF takes time; it is done beside the page.
import 'pdfjs-dist/build/pdf.worker.mjs';
