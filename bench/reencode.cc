// The yardstick for picture work: decodes each JPEG that is named and encodes it anew, with
// libjpeg- turbo and nothing else, at the eighths of its size that come under 4 megapixels.
// bench/pictures divides keben's CPU by this program's.
#include <cstdio>  // jpeglib.h takes FILE and size_t as given

#include <jpeglib.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

struct Samples {
  unsigned width = 0, height = 0;
  std::vector<unsigned char> rgb;
};

Samples decode(const std::string& bytes) {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_RGB;
  jpeg.scale_num = jpeg.scale_denom = 8;
  while (jpeg.scale_num > 1 &&
         1ull * jpeg.image_width * jpeg.image_height * jpeg.scale_num * jpeg.scale_num / 64 >
             4'000'000)
    --jpeg.scale_num;
  jpeg_start_decompress(&jpeg);
  Samples out{jpeg.output_width, jpeg.output_height, {}};
  out.rgb.resize(std::size_t{out.width} * out.height * 3);
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = out.rgb.data() + std::size_t{jpeg.output_scanline} * out.width * 3;
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  jpeg_destroy_decompress(&jpeg);
  return out;
}

std::size_t encode(Samples& samples) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &out, &size);
  jpeg.image_width = samples.width;
  jpeg.image_height = samples.height;
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 85, TRUE);
  jpeg.optimize_coding = TRUE;
  jpeg_start_compress(&jpeg, TRUE);
  while (jpeg.next_scanline < jpeg.image_height) {
    JSAMPROW row = samples.rgb.data() + std::size_t{jpeg.next_scanline} * samples.width * 3;
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  std::free(out);
  return size;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t total = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    Samples samples = decode(std::string(std::istreambuf_iterator<char>(in), {}));
    total += encode(samples);
  }
  std::printf("%zu bytes\n", total);
  return 0;
}
