using System.Reflection;
using System.Text.RegularExpressions;
using Gongkai.Content;
using Gongkai.Search;
using Gongkai.Web;
using Microsoft.Extensions.DependencyInjection;

namespace FakeHome;

/// <summary>The modules that the Orchard Core home offers need nothing of a home but the ports that its source registers. Its packages are not there in the default build, so the source is read.</summary>
public sealed partial class OrchardCorePortsTests
{
    private static readonly string Source = Path.Combine(RootFolder(), "src", "Gongkai.OrchardCore");
    private static readonly Assembly[] Ours = [typeof(IContentReader).Assembly, typeof(IModule).Assembly, typeof(SearchIndex).Assembly];

    [Fact]
    public void What_it_registers_is_all_that_its_modules_need()
    {
        IServiceCollection services = new ServiceCollection();
        services.AddLogging();
        foreach (var (lifetime, port) in Ports())
            services.Add(new(port, _ => throw new NotSupportedException(), lifetime));
        services.AddSingleton(new SiteDefaults("丙县", TimeZoneInfo.Utc)).AddSingleton(new SiteAddresses());
        // Every home on ASP.NET Core has these.
        services.AddHttpContextAccessor().AddDataProtection();
        foreach (var add in Additions())
            add.Invoke(null, [services]);
        foreach (var module in Modules())
            module.ConfigureServices(services);

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.NotNull(provider);
    }

    [Fact]
    public void The_source_is_read_right()
    {
        Assert.Contains((ServiceLifetime.Scoped, typeof(IContentManager)), Ports());
        Assert.Contains((ServiceLifetime.Singleton, typeof(IPageRenderer)), Ports());
        Assert.Equal(["AddGongkaiContent", "AddGongkaiFollowing", "AddGongkaiSearch", "AddGongkaiWeb"], Additions().Select(add => add.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Gongkai.Catalogue", "Gongkai.Interpretations", "Gongkai.PolicyQuestions", "Gongkai.SearchPages"], Modules().Select(module => module.Name).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(ServiceLifetime Lifetime, Type Port)> Ports()
    {
        var source = File.ReadAllText(Path.Combine(Source, "Startup.cs"));
        var aliases = Alias().Matches(source).ToDictionary(match => match.Groups["alias"].Value, match => match.Groups["name"].Value, StringComparer.Ordinal);
        foreach (Match match in Registration().Matches(source))
        {
            var name = match.Groups["port"].Value;
            name = aliases.GetValueOrDefault(name, name);
            if (Ours.SelectMany(assembly => assembly.GetExportedTypes()).FirstOrDefault(type => type.IsInterface && (type.FullName == name || type.Name == name)) is { } port)
                yield return (Enum.Parse<ServiceLifetime>(match.Groups["lifetime"].Value), port);
        }
    }

    private static IEnumerable<MethodInfo> Additions()
    {
        var source = File.ReadAllText(Path.Combine(Source, "Startup.cs"));
        return Addition().Matches(source).Select(match => Ours.SelectMany(assembly => assembly.GetExportedTypes()).Select(type => type.GetMethod(match.Groups["name"].Value, [typeof(IServiceCollection)])).OfType<MethodInfo>().Single());
    }

    private static IEnumerable<IModule> Modules() => HostedModule().Matches(File.ReadAllText(Path.Combine(Source, "ModuleStartups.cs")))
        .Select(match => (IModule)Activator.CreateInstance(Assembly.Load("Gongkai." + match.Groups["name"].Value).GetType($"Gongkai.{match.Groups["name"].Value}.Module", throwOnError: true)!)!);

    private static string RootFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OrchardSite.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("OrchardSite.sln is in no folder above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"services\.Add(?<lifetime>Singleton|Scoped|Transient)<(?<port>\w+)(, \w+)?>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Registration();

    [GeneratedRegex(@"^using (?<alias>\w+) = (?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Alias();

    [GeneratedRegex(@"services\.(?<name>AddGongkai\w+)\(\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addition();

    [GeneratedRegex(@"ModuleStartup\(new (?<name>\w+)\.Module\(\)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostedModule();
}
