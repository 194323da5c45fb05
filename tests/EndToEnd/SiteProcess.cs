using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd;

/// <summary>The built program, started as anyone starts it, on a free port and a data folder of its own.</summary>
internal sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly DirectoryInfo _data;
    private readonly bool _ownsData;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(Process process, DirectoryInfo data, bool ownsData) => (_process, _data, _ownsData) = (process, data, ownsData);

    /// <summary>The password of the account <c>admin</c>.</summary>
    public const string AdministratorPassword = "蓝色-Giraffe-读报-4711";

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a site with the sample content.</summary>
    /// <param name="settings">Settings that differ from the project's, as environment variables (<c>Site__Name</c>).</param>
    public static Task<SiteProcess> StartAsync(params IEnumerable<KeyValuePair<string, string>> settings) => StartAsync(Directory.CreateTempSubdirectory("gongkai-e2e-"), ownsData: true, settings);

    /// <summary>Ends the site and starts it anew on its data, with other settings.</summary>
    public async Task<SiteProcess> StartAgainAsync(params IEnumerable<KeyValuePair<string, string>> settings)
    {
        await EndAsync();
        return await StartAsync(_data, ownsData: false, settings);
    }

    /// <summary>The folder of the checkout.</summary>
    public static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "OrchardSite.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("OrchardSite.sln is in no folder above the tests.");
        }

        return root.FullName;
    }

    /// <summary>Runs a command of the program on the same data, beside the site, and expects that it ends well.</summary>
    public async Task RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath(), .. arguments, "--data", _data.FullName]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _data.FullName };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(string.Concat(said));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
        if (_ownsData)
            _data.Delete(recursive: true);
    }

    private async Task EndAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    private static async Task<SiteProcess> StartAsync(DirectoryInfo data, bool ownsData, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath(), "serve", "--urls", "http://127.0.0.1:0", "--data", data.FullName, "--sample", "true"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data.FullName,
        };
        start.Environment["Desk__AdminPassword"] = AdministratorPassword;
        start.Environment["Desk__SignInsPerMinute"] = "100000";
        // It offers mails, though nobody is there who would take them.
        (start.Environment["Mail__Host"], start.Environment["Mail__Port"], start.Environment["Mail__From"]) = ("127.0.0.1", "9", "no-reply@example.gov.cn");
        start.Environment["Site__BaseUrl"] = "https://www.example.gov.cn";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var site = new SiteProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, data, ownsData);
        await site.WaitForAddressAsync();
        return site;
    }

    private async Task WaitForAddressAsync()
    {
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The site ended before it printed its address."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Address = await _address.Task.WaitAsync(Patience);
        }
        catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"{failure.Message} It said:\n{Said()}", failure);
        }
    }

    private void Read(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is not null && PrintedAddress().Match(line) is { Success: true } address)
        {
            _address.TrySetResult(new Uri(address.Value));
        }
    }

    private string Said()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    /// <summary>The program's own place, not its copy beside the tests: from there it finds recipes and themes.</summary>
    private static string ProgramPath()
    {
        // …/bin/<configuration>/<framework>, alike in both projects.
        var ours = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root(), "src", "OrchardSite", "bin", ours.Parent!.Name, ours.Name, "OrchardSite.dll");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*", RegexOptions.NonBacktracking)]
    private static partial Regex PrintedAddress();
}
